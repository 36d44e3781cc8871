import { dps, epochMs, id, int, text } from '../../shared'

/** What both lists of records say of one; taken field by field. */
export const recordFields = {
  /** The id of the record. */
  uuid: id(),
  /** Keyed by the numbers of DPs. */
  dps: dps(),
  gmtCreate: epochMs(),
  devId: id(),
  avatar: text(),
  userName: text(),
  /** 0 where no user is known. */
  userId: id(),
  /** What the numbers mean is not documented. */
  tags: int(),
  /** What the numbers mean is not documented. */
  status: int(),
}
