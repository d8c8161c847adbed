import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('filing')
export class FilingRow {
  @PrimaryGeneratedColumn()
  id: number;

  @Column('jsonb')
  content: object;

  @Column('timestamptz')
  filedAt: Date;
}

@Entity('audit')
export class AuditRow {
  @PrimaryGeneratedColumn()
  id: number;

  @Column('integer')
  filing: number;

  @Column('text')
  action: string;

  @Column('text')
  actor: string;

  @Column('timestamptz')
  at: Date;
}
