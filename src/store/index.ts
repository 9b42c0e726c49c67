export type { FoundSubject, OpenReader, ReadOptions, RegisterReader, Row } from './reader.js';
