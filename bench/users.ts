/** Pages of `doorLock.listUsers` in the forms in which clouds write them. */
export const ROWS = 100

export interface PageForm {
  readonly flag: (isOn: boolean) => unknown
  readonly number: (value: number) => unknown
  readonly id: (index: number) => unknown
  readonly extra?: object
}

/** As the contract decodes it: nothing changes. */
export const inShape: PageForm = {
  flag: (isOn) => isOn,
  number: (value) => value,
  id: (index) => `user-${index}`,
}
/** The types of the vendor's tables: two of the flags are 0 and 1. */
export const documented: PageForm = { ...inShape, flag: (isOn) => (isOn ? 1 : 0) }
/** Every number is text, every identifier a number: all records change. */
export const mended: PageForm = {
  flag: String,
  number: String,
  id: (index) => 1_000_000 + index,
}
/** The cloud has got a new field in every object. */
export const extended: PageForm = { ...documented, extra: { added_by_cloud: 'new' } }

export const pageOf = ({ flag, number, id, extra = {} }: PageForm): object => ({
  records: Array.from({ length: ROWS }, (_, index) => ({
    user_id: id(index),
    uid: `uid-${index}`,
    lock_user_id: number(index),
    user_contact: '86-13700000000',
    nick_name: `Member ${index}`,
    avatar_url: 'https://example.com/avatar.png',
    user_type: number(20),
    back_home_notify_attr: flag(true),
    effective_flag: number(1),
    time_schedule_info: { permanent: true, ...extra },
    unlock_detail: [
      {
        dp_code: 'unlock_card',
        open: true,
        count: number(2),
        unlock_list: [0, 1].map((sn) => ({
          dp_code: 'unlock_card',
          unlock_sn: number(sn),
          unlock_name: `Card ${sn}`,
          unlock_attr: number(0),
          allocate_flag: flag(false),
          ...extra,
        })),
        ...extra,
      },
    ],
    ...extra,
  })),
  has_more: false,
  total: ROWS,
})
