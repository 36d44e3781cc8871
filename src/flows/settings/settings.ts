import { Observable } from 'rxjs'
import { ParamsError } from '../../core/errors/params-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import { createMutex } from '../../core/rx/mutex'
import type { DpDefinition } from '../../data-points/dp-definition'
import { createCancellation } from '../shared/cancellation'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { withOwnInputs } from '../shared/own-inputs'
import { followSettings } from './follow-settings'
import { checkValue, setSetting } from './set-setting'
import type { Setting, SettingValue } from './setting'
import { codeOf, type SettingName } from './setting-names'
import { origin, settingSourceOf } from './setting-source'
import { toSetting } from './to-setting'

/** A well-known name, or the code of a data point. */
export type SettingKey = SettingName | (string & {})

/** The type of a value without its literal. */
export type ReportedAs<Value extends SettingValue> = Value extends boolean
  ? boolean
  : Value extends number
    ? number
    : string

/** The settings of one lock. */
export interface Settings {
  /**
   * One row for each data point that is a setting, with the last reported value in `unit`. `raw` adds data points whose
   * format is not known, over `dataPoints` only.
   *
   * Fails with an UnsupportedError if no source has the schema, and with the SdkError of a read.
   *
   * @example
   * ```ts
   * const rows = await frontDoor.settings.list()
   * const writable = rows.filter(({ isWritable }) => isWritable).map(({ code }) => code)
   * ```
   */
  readonly list: (options?: {
    /** Also lists data points whose format is not known, over `dataPoints` only. @default false */
    readonly raw?: boolean
  }) => Promise<readonly Setting[]>
  /**
   * One setting, by name or code. Fails with an UnsupportedError if the lock does not have it.
   *
   * @example
   * ```ts
   * const { value } = await frontDoor.settings.get('volume')
   * ```
   */
  readonly get: (setting: SettingKey) => Promise<Setting>
  /**
   * Sends a value once and resolves with the value that the lock reported, in `unit`. One value is sent at a time.
   *
   * Fails with a ParamsError before anything is sent for a setting that is read-only, and for a value of another type, out
   * of range or off the step; with an OutcomeUnknownError if no report and no read shows an answer, for example while the
   * lock sleeps: it executes the command when it wakes.
   *
   * @example
   * ```ts
   * const reported = await frontDoor.settings.set('volume', 'mute')
   * ```
   */
  readonly set: <Value extends SettingValue>(
    setting: SettingKey,
    value: Value,
  ) => Promise<ReportedAs<Value>>
  /**
   * A setting for each report of it, without raw ones. Needs the option `dataPoints`, else it fails with an UnsupportedError.
   * Completes when the panel is closed.
   *
   * @example
   * ```ts
   * const subscription = frontDoor.settings.changes$.subscribe(({ code, value }) => [code, value])
   * subscription.unsubscribe()
   * ```
   */
  readonly changes$: Observable<Setting>
}

/**
 * The settings of one lock.
 *
 * @example
 * ```ts
 * const options = { type: 'wifi', clock } as const
 * const rows = await settings(panel, seed.locks.frontDoor.id, options).list()
 * ```
 */
export const settings = (panel: PanelOfLock, deviceId: string, options: LockOptions): Settings => {
  const context = lockContext(panel, deviceId, options)
  const source = settingSourceOf(context)
  const find = async (setting: unknown): Promise<DpDefinition> => {
    if (typeof setting !== 'string' || setting === '')
      throw new ParamsError(origin, [{ path: 'setting', message: 'expected a name or a code' }])
    const { definitions } = await source()
    const byCode = (sought: string) => definitions.find(({ code }) => code === sought)
    // A code of this lock may be a name of another one.
    const definition = byCode(setting) ?? byCode(codeOf(setting))
    if (definition === undefined)
      throw new UnsupportedError(origin, `this lock has no setting ${codeOf(setting)}.`)
    return definition
  }
  const set = async (setting: unknown, value: unknown): Promise<SettingValue> => {
    const definition = await find(setting)
    const wire = checkValue(definition, value)
    const runExclusive = context.sharedState('settings', createMutex)
    return runExclusive(async () => {
      const { signal, cancel } = createCancellation()
      const closing = context.panelEvents$.subscribe({ complete: cancel })
      try {
        return await setSetting(context, await source(), definition, wire, signal)
      } finally {
        closing.unsubscribe()
      }
    })
  }
  return withOwnInputs({
    list: async ({ raw = false } = {}) => {
      const { definitions, values } = await source()
      const reported = await values({})
      return definitions
        .filter(({ kind }) => raw || kind !== 'raw')
        .map((definition) => toSetting(definition, reported[definition.code]))
    },
    get: async (setting) => {
      const definition = await find(setting)
      const reported = await (await source()).values({})
      return toSetting(definition, reported[definition.code])
    },
    set: set as Settings['set'],
    changes$: new Observable((subscriber) => followSettings(context, source, subscriber)),
  })
}
