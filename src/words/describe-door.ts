import type { DoorValues, Reading } from '../flows/live/door-state'
import { describeRecord } from './describe-record'
import type { Locale } from './locale'
import { entryOf } from './word-in'

/** The part of a reading that has words. */
export type ValueOf<Name extends keyof DoorValues> = Pick<Reading<DoorValues[Name]>, 'value'>

type NamedValue = {
  readonly [Name in keyof DoorValues]: { readonly name: Name; readonly value: DoorValues[Name] }
}[keyof DoorValues]

/** A value of the door's state. */
export const describeDoor = <Name extends keyof DoorValues>(
  locale: Locale,
  name: Name,
  reading: ValueOf<Name> | undefined,
): string => {
  if (reading === undefined) return locale.unknown
  const named = { name, value: reading.value } as NamedValue
  if (named.name === 'battery') return describeBattery(locale, named.value)
  if (named.name !== 'lastRecord')
    return (
      entryOf<string>(entryOf(locale.doors, named.name) ?? {}, String(named.value)) ??
      locale.unknown
    )
  return named.value === null ? locale.noRecords : describeRecord(locale, named.value)
}

const describeBattery = (
  { batteryLevels, unknown }: Locale,
  battery: DoorValues['battery'],
): string =>
  'percent' in battery
    ? `${Math.round(battery.percent)}%`
    : (entryOf(batteryLevels, battery.level) ?? unknown)
