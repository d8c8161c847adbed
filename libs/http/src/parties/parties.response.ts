import { ApiSchema } from '@nestjs/swagger';
import { Shown } from '../fields/shown.decorator';
import { ListEndShown } from '../paging/page.response';
import { BilingualShown } from '../fields/bilingual.response';

@ApiSchema({ description: 'Who vouches for people by tokens.' })
export class IssuerShown {
  @Shown({
    meaning: 'Whose people it alone vouches for: a party’s, by its code, or the secretariat’s.',
    kind: 'word',
    example: 'CN',
  })
  readonly of: string;

  @Shown({
    meaning: 'Address of its OpenID provider, letter by letter as tokens name it in `iss`.',
    example: 'https://id.cn.example/realms/parley',
    max: 2_000,
  })
  readonly issuer: string;

  @Shown({
    meaning: 'Where the provider describes itself (OpenID Connect Discovery).',
    example: 'https://id.cn.example/realms/parley/.well-known/openid-configuration',
    max: 2_000,
  })
  readonly discovery: string;

  @Shown({
    meaning: 'Where its people get their tokens; `null` where only the provider itself says it.',
    example: 'https://id.cn.example/realms/parley/token',
    max: 2_000,
    nullable: true,
  })
  readonly tokenEndpoint: string | null;
}

@ApiSchema({ description: 'One of the two parties of an installation.' })
export class PartyShown {
  @Shown({
    meaning: 'Code by which it is named everywhere, and by the claim `party` of its people’s tokens.',
    kind: 'party',
  })
  readonly code: string;

  @Shown({ meaning: 'Its name.', type: () => BilingualShown })
  readonly name: BilingualShown;

  @Shown({ meaning: 'The desk that acts for it.', type: () => BilingualShown })
  readonly desk: BilingualShown;

  @Shown({ meaning: 'Who vouches for its people.', type: () => IssuerShown })
  readonly issuer: IssuerShown;
}

@ApiSchema({ description: 'The two parties, and who issues tokens.' })
export class InstallationPartiesShown extends ListEndShown {
  @Shown({ meaning: 'The two parties.', type: () => PartyShown, list: true })
  readonly items: readonly PartyShown[];

  @Shown({
    meaning: 'Who vouches for whom neither party appointed: operators, experts, third parties, conciliators.',
    type: () => IssuerShown,
  })
  readonly secretariat: IssuerShown;

  @Shown({ meaning: 'The audience of every token.', example: 'parley', kind: 'word' })
  readonly audience: string;
}
