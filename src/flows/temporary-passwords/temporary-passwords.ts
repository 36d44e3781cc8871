import type { Attempt } from '../shared/attempt'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { withOwnInputs } from '../shared/own-inputs'
import { change } from './change'
import { type CreatedTemporaryPassword, create } from './create'
import { generatePin } from './generate-pin'
import { mutexOf } from './mutex'
import { type ListOptions, reader } from './read'
import { clearInvalid, remove } from './remove'
import { rename } from './rename'
import { setFrozen } from './set-frozen'
import type { TemporaryPassword } from './temporary-password'
import type { NewTemporaryPassword, TemporaryPasswordChange } from './validate'
import { type WaitingStep, type WaitOptions, waitUntilActive } from './wait-until-active'

/**
 * Passwords for guests, which the cloud delivers to the lock. Supported by the mini-program actions, by the routes, and on
 * Wi-Fi locks by the panel APIs, which have no `change` and no time zone.
 *
 * Where the panel has none of these operations, a Bluetooth lock stores them itself over `dataPoints`: `create`, `change` and
 * `remove` end with its report. It has no names and no lists; the `id` is the number that it reports.
 */
export interface TemporaryPasswords {
  /**
   * Generates a PIN as `create` does, for a caller that must know it even if the answer to the creation is lost.
   *
   * @example
   * ```ts
   * const password = await frontDoor.temporaryPasswords.generate()
   * ```
   */
  readonly generate: () => Promise<string>
  /**
   * Creates a password. The command is sent once; the lock stores the password later, see `waitUntilActive`. Creations,
   * changes and renames of one lock run one after the other within a panel.
   *
   * Fails with a ParamsError, or with the LockError reason `name-taken`, before the command is sent; with an
   * OutcomeUnknownError if the answer was lost and the list shows no matching password, or two: check with `list`; its
   * `readPassword()` returns the PIN. A password that another phone creates with the same name and times at the same
   * moment cannot be distinguished.
   *
   * Over data points, the result is `active`. An OutcomeUnknownError means that the lock did not report. The LockError
   * reasons are those of the lock (`taken`, `no-room`, `too-simple`, `not-set`), and `busy` for two minutes after an unknown
   * outcome: nothing is sent then, because a late report could be taken for the next one.
   *
   * @example
   * ```ts
   * const toMs = clock.now() + 86_400_000
   * const { id, password } = await frontDoor.temporaryPasswords.create({ name: 'Cleaner', toMs })
   * ```
   */
  readonly create: (input: NewTemporaryPassword) => Promise<CreatedTemporaryPassword>
  /**
   * Lists the active and pending passwords, or the invalid ones.
   *
   * @example
   * ```ts
   * const passwords = await frontDoor.temporaryPasswords.list()
   * ```
   */
  readonly list: (options?: ListOptions) => Promise<readonly TemporaryPassword[]>
  /**
   * Reads one password. Fails with the LockError reason `not-found`; with `not-seen-yet` if this panel has just created it
   * and the cloud does not show it for 15 seconds.
   *
   * @example
   * ```ts
   * const [first] = await frontDoor.temporaryPasswords.list()
   * const same = first && (await frontDoor.temporaryPasswords.get(first.id))
   * ```
   */
  readonly get: (id: string) => Promise<TemporaryPassword>
  /**
   * Changes the name only. The cloud of Zigbee locks also requires `once`, which it does not return: pass it for a password
   * with one opening that another panel has created. Fails with the LockError reason `name-taken`. Not supported for access
   * control.
   *
   * @example
   * ```ts
   * const [first] = await frontDoor.temporaryPasswords.list()
   * if (first) await frontDoor.temporaryPasswords.rename(first.id, 'Gardener')
   * ```
   */
  readonly rename: (
    id: string,
    name: string,
    options?: {
      /** The password is valid for one opening; Zigbee locks only. */
      readonly once?: boolean
    },
  ) => Promise<void>
  /**
   * Changes the passed fields, and resolves with the password as the cloud lists it afterwards. With `password`, the lock
   * stores every field again, which Bluetooth locks do not support. Fails with the LockError reason `name-taken`; with
   * `not-changed` if the cloud accepts the change but lists the old values; with an OutcomeUnknownError if the answer was
   * lost and the list does not show the result: the same change can be sent again.
   *
   * No list shows a PIN. After a lost answer, a change of a PIN is confirmed by the other changed fields: if another phone
   * changes these in the same way at the same moment, the PIN may be the other phone's.
   *
   * Over data points, the lock replaces the times and the weekly hours: pass all of them for a password that this panel has
   * not created. Without a report it fails as a TimeoutError with the delivery `unknown`.
   *
   * @example
   * ```ts
   * const toMs = clock.now() + 86_400_000
   * const guest = await frontDoor.temporaryPasswords.create({ name: 'Guest', toMs })
   * const longer = await frontDoor.temporaryPasswords.change(guest.id, { toMs: toMs + 3_600_000 })
   * ```
   */
  readonly change: (id: string, change: TemporaryPasswordChange) => Promise<TemporaryPassword>
  /**
   * Deletes a password from the cloud and then from the lock. Fails with a VendorError if it does not exist; over data
   * points with the LockError reason `not-done`, and without a report as a TimeoutError with the delivery `unknown`.
   *
   * @example
   * ```ts
   * const [first] = await frontDoor.temporaryPasswords.list()
   * if (first) await frontDoor.temporaryPasswords.remove(first.id)
   * ```
   */
  readonly remove: (id: string) => Promise<void>
  /**
   * Disables a password until `unfreeze`, over routes and on Zigbee locks only. The lock must have stored it. Resolves if
   * the password is frozen already. After an error, `get` shows the state.
   *
   * @example
   * ```ts
   * const garage = lock(panel, seed.locks.garage.id, { type: 'zigbee', clock })
   * const [first] = await garage.temporaryPasswords.list()
   * if (first) await garage.temporaryPasswords.freeze(first.id)
   * ```
   */
  readonly freeze: (id: string) => Promise<void>
  /**
   * Enables a frozen password again. Resolves if it is active already.
   *
   * @example
   * ```ts
   * const garage = lock(panel, seed.locks.garage.id, { type: 'zigbee', clock })
   * const frozen = (await garage.temporaryPasswords.list()).find(({ state }) => state === 'frozen')
   * if (frozen) await garage.temporaryPasswords.unfreeze(frozen.id)
   * ```
   */
  readonly unfreeze: (id: string) => Promise<void>
  /**
   * Removes the passwords that the cloud reports as expired; ignores the phone's clock. If that needs one command for
   * each password, all are sent, and the first failure is thrown at the end.
   *
   * @example
   * ```ts
   * await frontDoor.temporaryPasswords.clearInvalid()
   * ```
   */
  readonly clearInvalid: () => Promise<void>
  /**
   * Polls the password until the lock has stored it; several attempts for one lock share the reads of one list. Fails with
   * the LockError reason `still-pending`, or the state of the password.
   *
   * @example
   * ```ts
   * const toMs = clock.now() + 86_400_000
   * const { id } = await frontDoor.temporaryPasswords.create({ name: 'Friend', toMs })
   * const { state } = await frontDoor.temporaryPasswords.waitUntilActive(id).done
   * ```
   */
  readonly waitUntilActive: (
    id: string,
    options?: WaitOptions,
  ) => Attempt<WaitingStep, TemporaryPassword>
}

/**
 * The temporary password flow of one lock.
 *
 * @example
 * ```ts
 * const options = { type: 'wifi', clock } as const
 * const { list } = temporaryPasswords(panel, seed.locks.frontDoor.id, options)
 * const passwords = await list()
 * ```
 */
export const temporaryPasswords = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): TemporaryPasswords => {
  const context = lockContext(panel, deviceId, options)
  const read = reader(context)
  const runExclusive = mutexOf(context)
  return withOwnInputs({
    generate: () => generatePin(context, { action: 'temporaryPasswords.generate' }),
    create: (input) => create(context, read, runExclusive, input),
    list: (listOptions) => read.list(listOptions),
    get: (id) => read.get(id),
    rename: (id, name, renaming) => rename(context, read, runExclusive, id, name, renaming?.once),
    change: (id, input) => change(context, read, runExclusive, id, input),
    remove: (id) => remove(context, id),
    freeze: (id) => setFrozen(context, read, runExclusive, id, true),
    unfreeze: (id) => setFrozen(context, read, runExclusive, id, false),
    clearInvalid: () => clearInvalid(context, read),
    waitUntilActive: (id, waitOptions) => waitUntilActive(context, read, id, waitOptions),
  })
}
