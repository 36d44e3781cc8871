import { isObject } from '../checks/composite-values'

/**
 * Changes the value at a path such as `records[].status`; `[]` visits each item of a list, '' is the whole value.
 * A path that does not exist changes nothing; a field that becomes `undefined` is removed.
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
