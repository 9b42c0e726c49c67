/**
 * The version of the request `r`: the transactions that wrote its row, its purposes' and its subjects'. Whoever changes
 * one of them, by whatever way, makes another version.
 */
export const VERSION = `concat_ws('/', r.xmin,
    (select string_agg(concat(p.ordinal, ':', p.xmin), ',' order by p.ordinal) from exchange.request_purpose p where p.request_id = r.id),
    (select string_agg(concat(s.n, ':', s.xmin), ',' order by s.n) from exchange.request_subject s where s.request_id = r.id))`;
