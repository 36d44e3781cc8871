import { dps, epochMs, id, int, text } from '../../shared'

/** The fields of a record in both lists; used field by field. */
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
  /** The meaning of the numbers is not documented. */
  tags: int(),
  /** The meaning of the numbers is not documented. */
  status: int(),
}
