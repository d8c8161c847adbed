import type { OpenAPIObject } from '@nestjs/swagger';
import type { Language } from '@parley/kernel';

/** The document that this process serves, with that of the processes behind it. */
export class ServedDocument {
  private document: (language: Language) => Promise<OpenAPIObject> = () =>
    Promise.reject(new Error('no document is served yet'));

  /** @param document read when somebody asks for it; the same object as long as it says the same */
  readFrom(document: (language: Language) => Promise<OpenAPIObject>): void {
    this.document = document;
  }

  /**
   * @param language of the sentences of its refusals
   * @throws ProblemError when a process behind this one does not answer
   */
  read(language: Language): Promise<OpenAPIObject> {
    return this.document(language);
  }
}
