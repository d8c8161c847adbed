import type { OpenAPIObject } from '@nestjs/swagger';

/** The document that this process serves, with that of the processes behind it. */
export class ServedDocument {
  private document: () => Promise<OpenAPIObject> = () => Promise.reject(new Error('no document is served yet'));

  /** @param document read when somebody asks for it; the same object as long as it says the same */
  readFrom(document: () => Promise<OpenAPIObject>): void {
    this.document = document;
  }

  /** @throws ProblemError when a process behind this one does not answer */
  read(): Promise<OpenAPIObject> {
    return this.document();
  }
}
