import type { Attempt } from '../shared/attempt'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { change } from './change'
import { type CreatedTemporaryPassword, create } from './create'
import { generateDigits } from './digits'
import { mutexOf } from './mutex'
import { type ListOptions, reader } from './read'
import { clearInvalid, remove } from './remove'
import { rename } from './rename'
import type { TemporaryPassword } from './temporary-password'
import { type WaitingStep, type WaitOptions, waitUntilActive } from './wait-until-active'
import type { NewTemporaryPassword, TemporaryPasswordChange } from './wanted'

/**
 * Passwords for guests, which the cloud hands to the lock. Carried by the mini-program's actions, and on Wi-Fi locks by
 * the panel APIs, which lack `change` and the wish for a time zone.
 */
export interface TemporaryPasswords {
  /** Digits as `create` makes them: for whoever must know them even where the answer to a creation is lost. */
  readonly generate: () => Promise<string>
  /**
   * Makes a password, once, whatever happens. The lock takes it a little later: `waitUntilActive`. Those of one panel and
   * lock are made one after the other; changes and renames wait for their turn, too.
   *
   * Fails with a ParamsError, or a LockError `name-taken`, before anything is ordered; with an OutcomeUnknownError where
   * the answer was lost and the list does not show the password, or two that fit: look with `list`, and `remove` what you
   * cannot use. One that fits is taken for it: if another phone makes a password of the same name and times in these
   * seconds, nothing tells whose it is.
   */
  readonly create: (wanted: NewTemporaryPassword) => Promise<CreatedTemporaryPassword>
  readonly list: (which?: ListOptions) => Promise<readonly TemporaryPassword[]>
  /** Fails with a LockError, `not-found`. */
  readonly get: (id: string) => Promise<TemporaryPassword>
  /** Everything else stays as it is. Fails with a LockError, `name-taken`. Access control has none. */
  readonly rename: (id: string, name: string) => Promise<void>
  /**
   * Changes what is given, and gives the password as it is listed then. With `password` everything is set anew on the
   * lock; Bluetooth locks cannot do that. Fails with a LockError `name-taken`; with `not-changed` where the cloud takes
   * the change and shows what was before; with an OutcomeUnknownError where the answer was lost and nothing shows what
   * became of it: the same change may then be made again.
   *
   * Digits show nowhere. Where a change that sets more than digits loses its answer, it is known by the rest: if another
   * phone changes the rest in the same way in these seconds, the digits may be those of the other.
   */
  readonly change: (id: string, change: TemporaryPasswordChange) => Promise<TemporaryPassword>
  /** The cloud forgets it, then the lock does. One that is gone already fails with the vendor's code. */
  readonly remove: (id: string) => Promise<void>
  /**
   * Takes off the list what the cloud itself calls over; the clock of the phone decides nothing. Where that takes an order
   * for each, all are tried, and it fails with the first failure at the end.
   */
  readonly clearInvalid: () => Promise<void>
  /** Looks at the password until the lock has it. Fails with a LockError: `still-pending`, or the state it is in. */
  readonly waitUntilActive: (
    id: string,
    options?: WaitOptions,
  ) => Attempt<WaitingStep, TemporaryPassword>
}

export const temporaryPasswords = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): TemporaryPasswords => {
  const context = lockContext(panel, deviceId, options)
  const read = reader(context)
  const inTurn = mutexOf(panel, deviceId)
  return {
    generate: () => generateDigits(context, { action: 'temporaryPasswords.generate' }),
    create: create(context, read, inTurn),
    list: read.list,
    get: (id) => read.get(id),
    rename: rename(context, read, inTurn),
    change: change(context, read, inTurn),
    remove: remove(context),
    clearInvalid: clearInvalid(context, read),
    waitUntilActive: waitUntilActive(context, read),
  }
}
