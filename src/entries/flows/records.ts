export type {
  Companion as RecordCompanion,
  LockRecord,
  MediaFile,
  RecordDetails,
  RecordFailure,
  RecordKind,
  RecordMedia,
  RecordSource,
} from '../../flows/records/lock-record'
export type { LeftOutSource } from '../../flows/records/not-permitted'
export type { RecordQuery } from '../../flows/records/query'
export type { Records } from '../../flows/records/records'
export { records } from '../../flows/records/records'
export type { RecordStream } from '../../flows/records/stream'
export type { OpeningMethod } from '../../flows/shared/unlock-codes'
