/** What the build adds to an action with a generated reader (`scripts/readers`). */
export {
  changedRecord,
  giveUp,
  isInteger,
  items,
  optional,
  parsed,
  toCsv,
  toDps,
  toFlag,
  toId,
  toInt,
  toMs,
  toSeconds,
  toText,
} from './generated-reading'
export { withCanonicalNames } from './record-reader'
export { withReader } from './with-reader'
