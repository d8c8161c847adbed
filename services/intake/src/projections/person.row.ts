import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's name and number. Not a projection: it is the one place that holds them, and a row can be deleted. */
@Entity('persons')
export class PersonRow {
  @PrimaryColumn({ name: 'person_id', type: 'uuid' })
  personId: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  reach: string;
}
