/** A request `r` as it is weighed: its parts, and the digest by which a remembered one is known to stand still. */

export const PURPOSES = `(select coalesce(json_agg(json_build_object('purpose', p.purpose, 'basis', p.basis,
       'justification', p.justification) order by p.ordinal), '[]')
     from exchange.request_purpose p where p.request_id = r.id)`;

export const SUBJECTS = `(select coalesce(json_agg(json_build_object('n', s.n, 'person', s.person_key, 'items', s.items,
       'child', s.child, 'coordinatorDecision', s.coordinator_decision) order by s.n), '[]')
     from exchange.request_subject s where s.request_id = r.id)`;

/** SHA-256 of all that a grant is weighed from, hexadecimal: another one after every change, by whatever hand. */
export const VERSION = `encode(sha256(convert_to(json_build_array(r.id, r.digest, r.instrument, r.requesting_authority,
    r.requested_authority, r.aim, r.state, r.as_of, r.received_at, r.grant_until, ${PURPOSES}, ${SUBJECTS})::text, 'UTF8')), 'hex')`;
