/**
 * What is wrong with the database, in one line that also says what to do. Its text holds paths, process ids and
 * SQLSTATE codes, never a value of a record: it is safe in a log.
 */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
}
