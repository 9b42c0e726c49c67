/**
 * What a reading can stand on, as parts of a statement: the request, the answer that is made on it, or a provision. Each is
 * read from its own tables, and nothing that a caller says of it is believed.
 */
import type { Grant } from '../../requests/index.js';

/** What is told of a kind of standing; `asked`, `asked_authority`, `asked_purpose` and `asked_as_of` are in scope. */
export interface Standing {
  /** Its row with what the purpose opens under it, as `o`; none where it does not stand. */
  readonly from: string;
  readonly instrument: string;
  readonly asOf: string;
  /** The clause that the purpose stands on. */
  readonly basis: string;
  /** A query of its subjects: whom they were matched to, and what may be told of each. */
  readonly subjects: string;
}

const openingOf = (instrument: string): string =>
  `granted.opening o on o.instrument = ${instrument} and o.purpose = asked_purpose`;

const OPENED = "date_trunc('milliseconds', r.as_of)";

const subjectsOfRequest = (items: string): string =>
  `select s.n, s.person_key as person, ${items} as items, s.child, s.coordinator_decision as decided
      from exchange.request_subject s where s.request_id = asked`;

/** A request that is answered or in execution, as its purpose is stated by the one side or the other. */
const REQUEST: Standing = {
  from: `exchange.request r join ${openingOf('r.instrument')}
      left join exchange.request_purpose p on p.request_id = r.id and p.purpose = asked_purpose
      where r.id = asked and ${OPENED} = asked_as_of and r.grant_until > granted.clock()
        and case o.stated_by
          when 'requesting' then r.requesting_authority = asked_authority
            and r.state in ('ANSWERED', 'PARTLY_REFUSED') and p.purpose is not null
          else r.requested_authority = asked_authority and r.state = 'IN_EXECUTION' end`,
  instrument: 'r.instrument',
  asOf: OPENED,
  basis: 'p.basis',
  subjects: subjectsOfRequest('s.items'),
};

/** What the officer has noted on the sheet of the case as disclosed: an answer opens no item beside it. */
const NOTED = `array(select i->>'item'
        from exchange.case_file f cross join jsonb_array_elements(f.content::jsonb #> '{sheet,outcomes}') o
        cross join jsonb_array_elements(o->'items') i
        where f.id = asked and (o->>'n')::int = s.n and i->>'outcome' = 'DISCLOSED')`;

/** An answer, made while the request is in execution and drawn as a letter once it is answered. */
const ANSWER: Standing = {
  from: `exchange.request r join ${openingOf('r.instrument')}
      join exchange.request_purpose p on p.request_id = r.id and p.purpose = asked_purpose
      where r.id = asked and r.requesting_authority = asked_authority
        and r.state in ('IN_EXECUTION', 'ANSWERED', 'PARTLY_REFUSED')
        and asked_as_of >= coalesce(${OPENED}, asked_as_of)`,
  instrument: 'r.instrument',
  asOf: 'asked_as_of',
  basis: 'p.basis',
  subjects: subjectsOfRequest(NOTED),
};

/** The same for whoever concludes its case: who is found may be asked in any state. */
export const CONCLUDED: Standing = {
  ...ANSWER,
  from: `exchange.request r join ${openingOf('r.instrument')}
      join exchange.request_purpose p on p.request_id = r.id and p.purpose = asked_purpose
      where r.id = asked`,
  subjects: subjectsOfRequest('null::text[]'),
};

const PROVISION: Standing = {
  from: `(select v.content::jsonb as content from exchange.provision v
        where v.id = asked and v.side = 'PROVIDER' and v.state in ('SIGNED', 'SENT')
          and v.keep_until > granted.clock()) c
      join ${openingOf("c.content #>> '{provision,instrument}'")}
      where c.content #>> '{provision,purpose}' = asked_purpose
        and c.content #>> '{provision,recipient}' = asked_authority`,
  instrument: 'o.instrument',
  asOf: 'asked_as_of',
  basis: "c.content #>> '{provision,basis}'",
  subjects: `select (s->>'n')::int as n, c.content #>> array['sheet', 'matches', s->>'n'] as person,
        array(select jsonb_array_elements_text(s->'items')) as items,
        coalesce((a->>'child')::boolean, true) as child, coalesce((a #>> '{decision,give}')::boolean, false) as decided
      from (select v.content::jsonb as content from exchange.provision v where v.id = asked) c
      cross join jsonb_array_elements(c.content #> '{provision,subjects}') s
      left join jsonb_array_elements(c.content #> '{sheet,ages}') a on a->'n' = s->'n'`,
};

export const STANDINGS: Readonly<Record<Grant['standsOn'], Standing>> = {
  REQUEST,
  ANSWER,
  PROVISION,
};
