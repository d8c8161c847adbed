import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/* The same body as a filing's, declared as in class-validator's own documentation. */

class PlainText {
  @IsIn(['en', 'zh-Hans'])
  lang: string;

  @IsString()
  @MaxLength(50_000)
  text: string;

  @IsIn(['original', 'translation', 'authentic'])
  kind: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  of?: string;
}

class PlainMeasure {
  @IsString()
  @MaxLength(20)
  id: string;

  @IsArray()
  @ArrayMaxSize(4)
  @ValidateNested({ each: true })
  @Type(() => PlainText)
  title: PlainText[];

  @IsString()
  @MaxLength(4)
  wtoMember: string;

  @IsString()
  @MaxLength(200)
  number: string;

  @IsString()
  @MaxLength(300)
  issuer: string;

  @IsISO8601()
  date: string;

  @IsString()
  @MaxLength(500)
  citation: string;
}

class PlainClaim {
  @IsString()
  @MaxLength(20)
  id: string;

  @IsString()
  @MaxLength(20)
  measure: string;

  @IsString()
  @MaxLength(20)
  agreement: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  provision?: string;

  @IsArray()
  @ArrayMaxSize(4)
  @ValidateNested({ each: true })
  @Type(() => PlainText)
  because: PlainText[];
}

class PlainGrievance {
  @IsArray()
  @ArrayMaxSize(4)
  @ValidateNested({ each: true })
  @Type(() => PlainText)
  subject: PlainText[];

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PlainMeasure)
  measures: PlainMeasure[];

  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => PlainClaim)
  claims: PlainClaim[];

  @IsArray()
  @ArrayMaxSize(4)
  @ValidateNested({ each: true })
  @Type(() => PlainText)
  facts: PlainText[];

  @IsArray()
  @ArrayMaxSize(4)
  @ValidateNested({ each: true })
  @Type(() => PlainText)
  remedy: PlainText[];

  @IsArray()
  @ArrayMaxSize(4)
  @ValidateNested({ each: true })
  @Type(() => PlainText)
  publicSummary: PlainText[];

  @IsOptional()
  @IsString()
  @MaxLength(500)
  authority?: string;
}

class PlainCertification {
  @Matches(/^[0-9a-f]{64}$/)
  digest: string;
}

class PlainContact {
  @IsString()
  @MaxLength(200)
  name: string;

  @IsString()
  @MaxLength(300)
  reach: string;
}

export class PlainFilingRequest {
  @IsObject()
  @ValidateNested()
  @Type(() => PlainGrievance)
  grievance: PlainGrievance;

  @IsObject()
  @ValidateNested()
  @Type(() => PlainCertification)
  certification: PlainCertification;

  @IsOptional()
  @ValidateNested()
  @Type(() => PlainContact)
  contact?: PlainContact;
}
