import { ApiSchema } from '@nestjs/swagger';
import type { IsoDate } from '@parley/kernel';
import { DateField, EnumField, ListField, TextField, TextListField, TextsField, type AuthoredText } from '@parley/http';
import {
  GOODS_SYSTEMS,
  MOST_CLAIMS,
  MOST_GOODS,
  MOST_MEASURES,
  WTO_MEMBER_CODES,
  WTO_SYMBOL,
  type GoodsSystem,
  type WtoMember,
} from '@parley/procedure';
import { GRIEVANCE } from './grievance.example';

const [MEASURE] = GRIEVANCE.measures;
const [CLAIM] = GRIEVANCE.claims;
const ID = /^[A-Za-z][A-Za-z0-9-]{0,19}$/;

@ApiSchema({ description: 'Goods by a code of a tariff.' })
export class GoodsRequest {
  @EnumField({
    meaning:
      'Nomenclature: the Harmonized System, the tariff schedule of the United States, the customs tariff of China.',
    example: 'HS',
    values: GOODS_SYSTEMS,
  })
  readonly system: GoodsSystem;

  @TextField({
    meaning: 'Year of its edition, without which the code says nothing.',
    example: '2022',
    max: 4,
    pattern: /^\d{4}$/,
  })
  readonly edition: string;

  @TextField({ meaning: 'Code, its groups parted by dots.', example: '8703.23', max: 13, pattern: /^[\d.]{2,13}$/ })
  readonly code: string;
}

@ApiSchema({ description: 'A measure complained of.' })
export class MeasureRequest {
  @TextField({
    meaning:
      'Id of the measure within this grievance, by which claims refer to it: a letter, then ' +
      'letters, digits and dashes.',
    example: 'M1',
    max: 20,
    pattern: ID,
  })
  readonly id: string;

  @EnumField({
    meaning:
      'Member of the WTO whose measure it is, by its code on the WTO’s list. Only a measure of the party against ' +
      'which the claims are made is screened here.',
    example: 'US',
    values: WTO_MEMBER_CODES,
  })
  readonly wtoMember: WtoMember;

  @TextsField({
    meaning: 'Title of the law, regulation or act, in one or more languages.',
    example: MEASURE.title,
    max: 1_000,
  })
  readonly title: readonly AuthoredText[];

  @TextField({ meaning: 'Number under which the issuer published it.', example: MEASURE.number, max: 200 })
  readonly number: string;

  @TextField({ meaning: 'Who issued it.', example: MEASURE.issuer, max: 300 })
  readonly issuer: string;

  @DateField({ meaning: 'Date of the instrument.', example: MEASURE.date })
  readonly date: IsoDate;

  @TextField({ meaning: 'Where it is published.', example: MEASURE.citation, max: 500 })
  readonly citation: string;

  @DateField({
    meaning: 'Day from which it is no longer applied; left out while it is.',
    example: '2025-09-01',
    optional: true,
  })
  readonly endedOn?: IsoDate;

  @ListField(() => GoodsRequest, {
    meaning: 'Goods that it falls on, by their codes.',
    example: [{ system: 'HS', edition: '2022', code: '8703.23' }],
    max: MOST_GOODS,
    optional: true,
  })
  readonly goods?: readonly GoodsRequest[];
}

@ApiSchema({ description: 'A measure against a provision.' })
export class ClaimRequest {
  @TextField({
    meaning: 'Id of the claim within this grievance; findings and exhibits refer to it.',
    example: 'C1',
    max: 20,
    pattern: ID,
  })
  readonly id: string;

  @TextField({ meaning: 'Id of the measure that is complained of.', example: 'M1', max: 20, pattern: ID })
  readonly measure: string;

  @TextField({
    meaning: 'Code of the agreement; GET /v1/cases lists all as its `agreement`.',
    example: 'GATT1994',
    max: 40,
  })
  readonly agreement: string;

  @TextField({
    meaning: 'Provision of the agreement; left out where the agreement as a whole is invoked.',
    example: CLAIM.provision,
    max: 50,
    optional: true,
    inExample: true,
  })
  readonly provision?: string;

  @TextsField({
    meaning: 'Why the measure is held against the provision.',
    example: CLAIM.because,
    max: 10_000,
    multiline: true,
  })
  readonly because: readonly AuthoredText[];

  @EnumField({
    meaning:
      'Left out for a claim of the complainant; `respondent` for one of the other party, in a case that ' +
      'holds the measures of both.',
    example: 'respondent',
    values: ['respondent'],
    optional: true,
  })
  readonly claimant?: 'respondent';
}

@ApiSchema({
  description:
    'A grievance. Every list must be there and may be empty. The completeness check says whether it is complete.',
})
export class GrievanceRequest {
  @TextsField({
    meaning: 'What the grievance is called in public, in English and in Chinese.',
    example: GRIEVANCE.subject,
    min: 0,
    max: 300,
  })
  readonly subject: readonly AuthoredText[];

  @ListField(() => MeasureRequest, {
    meaning: 'The measures complained of.',
    example: GRIEVANCE.measures,
    max: MOST_MEASURES,
  })
  readonly measures: readonly MeasureRequest[];

  @ListField(() => ClaimRequest, {
    meaning: 'The claims: each holds one measure against one provision.',
    example: GRIEVANCE.claims,
    max: MOST_CLAIMS,
  })
  readonly claims: readonly ClaimRequest[];

  @TextsField({
    meaning: 'The facts, in one or more languages.',
    example: GRIEVANCE.facts,
    min: 0,
    max: 50_000,
    multiline: true,
  })
  readonly facts: readonly AuthoredText[];

  @TextsField({
    meaning: 'The remedy sought.',
    example: GRIEVANCE.remedy,
    min: 0,
    max: 10_000,
    multiline: true,
  })
  readonly remedy: readonly AuthoredText[];

  @TextsField({
    meaning: 'Summary for the public, in English and in Chinese.',
    example: GRIEVANCE.publicSummary,
    min: 0,
    max: 2_000,
    multiline: true,
  })
  readonly publicSummary: readonly AuthoredText[];

  @TextListField({
    meaning: 'Symbols of documents of the WTO that bear on the matter.',
    example: ['WT/DS543/R'],
    max: 50,
    of: { max: 100, pattern: WTO_SYMBOL },
    optional: true,
  })
  readonly documents?: readonly string[];

  @TextField({
    meaning: 'The authority under which the desk acts.',
    example: GRIEVANCE.authority,
    max: 500,
    optional: true,
    inExample: true,
  })
  readonly authority?: string;
}
