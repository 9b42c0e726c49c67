/**
 * A part of a statement whose commit need not wait for the disk: what it writes may be lost with the power, and can be
 * found out again. `select ... from lazily` makes it take effect, for this one statement.
 */
export const LAZILY = `lazily as materialized (select set_config('synchronous_commit', 'off', true))`;
