import { epochMs, id, int, listOf, oneOf, record, text } from '../../shared'

/** The parameters of both versions of the list of openings; used field by field. */
export const openLogParamFields = {
  /** Starts at 1. */
  page_no: int(),
  page_size: int(),
  start_time: epochMs(),
  end_time: epochMs(),
}

/** The fields of an opening; used field by field. */
export const openLogFields = {
  /** Clients read milliseconds; the samples of the pages have seconds. */
  update_time: epochMs(),
  /** One object in the answers that clients read. */
  status: listOf(
    record({
      key: {
        code: oneOf([
          'unlock_fingerprint',
          'unlock_password',
          'unlock_temporary',
          'unlock_dynamic',
          'unlock_card',
          'unlock_face',
          'unlock_key',
          'unlock_identity_card',
          'unlock_emergency',
        ]),
        /** The number of the method on the lock, or the id of a temporary password. */
        value: text(),
      },
    }),
  ),
  /** Empty until the method has a name in the app. */
  unlock_name: text(),
  /** Empty until the method has a name in the app. */
  user_id: id(),
  nick_name: text(),
}

/** The mini-program family has seconds in the answer. */
export const inSeconds = <Log extends { readonly update_time: number }>(log: Log): Log => ({
  ...log,
  update_time: Math.floor(log.update_time / 1000),
})
