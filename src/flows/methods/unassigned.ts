import { flatMap } from '../../core/contract/flat-map'
import type { CallOptions } from '../../core/pipeline/call'
import { failWith } from '../shared/expect'
import type { LockContext } from '../shared/lock-context'
import { PANEL_UNASSIGNED, UNASSIGNED, UNASSIGNED_KEYS } from './channels'
import { PAGE } from './member-readers'
import { isSameMethod, type MethodFailure, type UnlockMethod } from './method'
import { methodOfKey, methodOfPanelRow, methodsOfRows } from './method-rows'

export type ReadUnassigned = (
  lock: LockContext,
  options: CallOptions,
) => Promise<readonly UnlockMethod[]>

const origin = { action: 'methods.unassigned' }

/** Not documented whether a page counts kinds or methods, and a cloud may cap its pages: reads until nothing is new. */
export const miniProgramUnassigned: ReadUnassigned = async ({ deviceId, call }, options) => {
  const all: UnlockMethod[] = []
  for (let page_no = 1; ; page_no++) {
    const kinds = await call(UNASSIGNED, { ...PAGE, device_id: deviceId, page_no }, options)
    const methods = flatMap(kinds, ({ unlock_info }) => methodsOfRows(unlock_info))
    const added = methods.filter((method) => !all.some((known) => isSameMethod(known, method)))
    for (const method of added) all.push(method)
    // Also ends at a repeated page, of a cloud without paging.
    if (added.length === 0) return all
  }
}

/** Two operations whose titles are swapped: one lists the methods, the other returns only whether there are any. */
const panelUnassigned: ReadUnassigned = async (lock, options) => {
  const { deviceId: devId, call, supports } = lock
  const listed = await call(PANEL_UNASSIGNED, { devId }, options)
  const groups =
    typeof listed === 'boolean' && supports('tuya.m.device.unlock.waitassign')
      ? await call('tuya.m.device.unlock.waitassign', { devId }, options)
      : listed
  return typeof groups === 'boolean'
    ? failWith<MethodFailure>(
        origin,
        'not-listed',
        'Use mini-program operations, which list the unassigned methods.',
      )
    : flatMap(groups, ({ unlockInfo }) =>
        unlockInfo.map((row) => methodOfPanelRow(row, lock.options.schema)),
      )
}

export const unassignedKeys: ReadUnassigned = async ({ deviceId, call }, options) => {
  const { unlock_keys } = await call(UNASSIGNED_KEYS, { device_id: deviceId }, options)
  return unlock_keys.map((key) => methodOfKey(key))
}

const unassignedReaders = {
  [UNASSIGNED]: miniProgramUnassigned,
  [PANEL_UNASSIGNED]: panelUnassigned,
  [UNASSIGNED_KEYS]: unassignedKeys,
} as const

const names = [UNASSIGNED, PANEL_UNASSIGNED, UNASSIGNED_KEYS] as const

export const canListUnassigned = ({ supports }: LockContext): boolean => names.some(supports)

/** The methods on the lock without a member. */
export const unassignedMethods = async (
  lock: LockContext,
  options: CallOptions = {},
): Promise<readonly UnlockMethod[]> =>
  lock.selectOperation<ReadUnassigned>(
    origin.action,
    names.map((name) => [name, unassignedReaders[name]] as const),
  )(lock, options)
