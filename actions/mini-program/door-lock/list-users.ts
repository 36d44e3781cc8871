import { defineAction } from '../../../src/core/action'
import {
  csv,
  epochSeconds,
  flag,
  id,
  int,
  listOf,
  oneOf,
  pageOf,
  params,
  record,
  single,
  text,
} from '../../shared'
import { unlockingMethodFields } from '../shared/unlocking-method'

/**
 * Lists the users of a lock by pages, each with the unlocking methods of the codes asked for.
 *
 * Document 001, lines 2278-2380: the sample is a bare list; the REST twin in document 000 answers with this page.
 */
export const listUsers = /*#__PURE__*/ defineAction({
  name: 'doorLock.listUsers',
  family: 'mini-program',
  safety: 'read',
  locks: ['any'],
  params: /*#__PURE__*/ params({
    required: {
      device_id: /*#__PURE__*/ id(),
      /** Empty: users come without their unlocking methods. */
      target_standard_dp_codes: /*#__PURE__*/ csv(),
      /** Starts at 1. */
      page_no: /*#__PURE__*/ int(),
      page_size: /*#__PURE__*/ int(),
    },
  }),
  result: /*#__PURE__*/ pageOf({
    rows: 'records',
    item: /*#__PURE__*/ record({
      required: {
        user_id: /*#__PURE__*/ id(),
        /** The number of the user on the lock. */
        lock_user_id: /*#__PURE__*/ int(),
        user_contact: /*#__PURE__*/ text(),
        nick_name: /*#__PURE__*/ text(),
        avatar_url: /*#__PURE__*/ text(),
        /** 50 home owner, 10 administrator, 20 common member, 30 anonymous member. */
        user_type: /*#__PURE__*/ oneOf([50, 10, 20, 30]),
        back_home_notify_attr: /*#__PURE__*/ flag('Integer'),
        /** 0 invalid, 1 valid, 2 valid later. */
        effective_flag: /*#__PURE__*/ oneOf([0, 1, 2]),
        /** One object here and in the samples; document 000 calls it a list for the REST twin. */
        time_schedule_info: /*#__PURE__*/ single({
          required: { permanent: /*#__PURE__*/ flag() },
          optional: {
            effective_time: /*#__PURE__*/ epochSeconds(),
            expired_time: /*#__PURE__*/ epochSeconds(),
            operate: /*#__PURE__*/ oneOf(['ADD', 'MODIFY', 'DELETE']),
            delivery_status: /*#__PURE__*/ oneOf(['ONGOING', 'SUCCESS', 'FAILED']),
            schedule_details: /*#__PURE__*/ listOf(
              /*#__PURE__*/ record({
                optional: {
                  all_day: /*#__PURE__*/ flag(),
                  /** The unit is not written; the REST twin counts minutes of the day. */
                  effective_time: /*#__PURE__*/ int('Long'),
                  invalid_time: /*#__PURE__*/ int('Long'),
                  /** A bit for each day, bit 0 Sunday to bit 6 Saturday. */
                  working_day: /*#__PURE__*/ int(),
                },
              }),
            ),
          },
        }),
      },
      optional: {
        uid: /*#__PURE__*/ id(),
        /** Left out where no codes were asked for. */
        unlock_detail: /*#__PURE__*/ listOf(
          /*#__PURE__*/ record({
            required: {
              dp_code: unlockingMethodFields.dp_code,
              open: /*#__PURE__*/ flag(),
              /** The length of `unlock_list`. */
              count: /*#__PURE__*/ int(),
              unlock_list: /*#__PURE__*/ listOf(
                /*#__PURE__*/ record({
                  required: {
                    dp_code: unlockingMethodFields.dp_code,
                    unlock_sn: unlockingMethodFields.unlock_sn,
                    unlock_name: unlockingMethodFields.unlock_name,
                    unlock_attr: unlockingMethodFields.unlock_attr,
                    /** Was never given to a user before. */
                    allocate_flag: /*#__PURE__*/ flag('Integer'),
                  },
                }),
              ),
            },
          }),
        ),
      },
    }),
    optional: {
      has_more: /*#__PURE__*/ flag(),
      total: /*#__PURE__*/ int(),
      total_pages: /*#__PURE__*/ int(),
    },
  }),
})
