/**
 * What a developer writes for `doorLock.listUsers` without a library: checks every field, converts flags and identifiers,
 * keeps unknown fields, and returns the same reference where nothing changes.
 */

type Fields = Readonly<Record<string, unknown>>

const objectOf = (value: unknown): Fields => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError('object')
  return value as Fields
}

const flagOf = (value: unknown): boolean => {
  if (value === true || value === 1 || value === 'true' || value === '1') return true
  if (value === false || value === 0 || value === 'false' || value === '0') return false
  throw new TypeError('flag')
}

const idOf = (value: unknown): string => {
  if (typeof value === 'string' && value !== '') return value
  if (Number.isSafeInteger(value)) return String(value)
  throw new TypeError('identifier')
}

const checkText = (value: unknown): void => {
  if (typeof value !== 'string') throw new TypeError('text')
}

const intOf = (value: unknown): number => {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value
  if (!Number.isSafeInteger(number)) throw new TypeError('integer')
  return number as number
}

const checkOptional = (value: unknown, check: (value: unknown) => unknown): void => {
  if (value !== undefined) check(value)
}

const listOf = (values: unknown, read: (value: unknown) => unknown): readonly unknown[] => {
  if (!Array.isArray(values)) throw new TypeError('list')
  let changed: unknown[] | undefined
  for (let index = 0; index < values.length; index++) {
    const item = read(values[index])
    if (changed !== undefined) changed.push(item)
    else if (item !== values[index]) {
      changed = values.slice(0, index)
      changed.push(item)
    }
  }
  return changed ?? values
}

const methodOf = (value: unknown): Fields => {
  const method = objectOf(value)
  checkText(method.dp_code)
  checkText(method.unlock_name)
  const unlock_sn = intOf(method.unlock_sn)
  const unlock_attr = intOf(method.unlock_attr)
  const allocate_flag = flagOf(method.allocate_flag)
  return allocate_flag === method.allocate_flag &&
    unlock_sn === method.unlock_sn &&
    unlock_attr === method.unlock_attr
    ? method
    : { ...method, unlock_sn, unlock_attr, allocate_flag }
}

const detailOf = (value: unknown): Fields => {
  const detail = objectOf(value)
  checkText(detail.dp_code)
  const count = intOf(detail.count)
  const open = flagOf(detail.open)
  const unlock_list = listOf(detail.unlock_list, methodOf)
  return open === detail.open && unlock_list === detail.unlock_list && count === detail.count
    ? detail
    : { ...detail, open, count, unlock_list }
}

const scheduleOf = (value: unknown): Fields => {
  const schedule = objectOf(value)
  checkOptional(schedule.effective_time, intOf)
  checkOptional(schedule.expired_time, intOf)
  checkOptional(schedule.operate, checkText)
  checkOptional(schedule.delivery_status, checkText)
  const permanent = flagOf(schedule.permanent)
  return permanent === schedule.permanent ? schedule : { ...schedule, permanent }
}

const userOf = (value: unknown): Fields => {
  const user = objectOf(value)
  checkText(user.user_contact)
  checkText(user.nick_name)
  checkText(user.avatar_url)
  checkOptional(user.uid, checkText)
  const user_id = idOf(user.user_id)
  const lock_user_id = intOf(user.lock_user_id)
  const user_type = intOf(user.user_type)
  const effective_flag = intOf(user.effective_flag)
  const back_home_notify_attr = flagOf(user.back_home_notify_attr)
  const time_schedule_info = scheduleOf(user.time_schedule_info)
  const unlock_detail = listOf(user.unlock_detail, detailOf)
  return user_id === user.user_id &&
    lock_user_id === user.lock_user_id &&
    user_type === user.user_type &&
    effective_flag === user.effective_flag &&
    back_home_notify_attr === user.back_home_notify_attr &&
    time_schedule_info === user.time_schedule_info &&
    unlock_detail === user.unlock_detail
    ? user
    : {
        ...user,
        user_id,
        lock_user_id,
        user_type,
        effective_flag,
        back_home_notify_attr,
        time_schedule_info,
        unlock_detail,
      }
}

export const readUsers = (value: unknown): Fields => {
  const page = objectOf(value)
  checkOptional(page.has_more, flagOf)
  checkOptional(page.total, intOf)
  checkOptional(page.total_pages, intOf)
  const records = listOf(page.records, userOf)
  return records === page.records ? page : { ...page, records }
}
