import { isObject } from '../checks/objects'

/**
 * Changes what stands at a path such as `records[].status`; `[]` goes through a list, '' is the whole.
 * Where the path leads nowhere nothing changes; a field that becomes `undefined` goes.
 */
export const changeAt = (
  path: string,
  value: unknown,
  change: (value: unknown) => unknown,
): unknown => changeAlong(path.match(/\[\]|[^.[\]]+/g) ?? [], value, change)

const changeAlong = (
  [step, ...rest]: readonly string[],
  value: unknown,
  change: (value: unknown) => unknown,
): unknown => {
  if (step === undefined) return change(value)
  if (step === '[]')
    return Array.isArray(value) ? value.map((item) => changeAlong(rest, item, change)) : value
  if (!isObject(value) || !Object.hasOwn(value, step)) return value
  const { [step]: field, ...others } = value
  const changed = changeAlong(rest, field, change)
  return changed === undefined ? others : { ...value, [step]: changed }
}
