import { selectChannel } from '../shared/channel'
import type { LockContext } from '../shared/lock-context'
import {
  methodChannels,
  PANEL_REMOVE_DURESS,
  PANEL_SET_DURESS,
  REMOVE_DURESS,
  REMOVE_DURESS_KEY,
  SET_DURESS,
  SET_DURESS_KEY,
} from './channels'
import { confirmed } from './confirm'
import { locate } from './find'
import { codeOfKind, halvesOf, type MethodRef, typeOfKind } from './method'

interface Prepared {
  readonly refs: readonly MethodRef[]
  readonly send: () => Promise<unknown>
}
type Prepare = (lock: LockContext, given: MethodRef, isOn: boolean) => Promise<Prepared>

const origin = { action: 'methods.setDuress' }
const KIND_AND_NUMBER = ['kind', 'number'] as const

const miniProgram: Prepare = async (lock, given, isOn) => {
  const { ref } = await locate(lock, origin, given, KIND_AND_NUMBER)
  const params = {
    device_id: lock.deviceId,
    unlock_no: ref.number,
    unlock_type: typeOfKind(ref.kind),
  }
  return { refs: [ref], send: () => lock.call(isOn ? SET_DURESS : REMOVE_DURESS, params) }
}

const panel: Prepare = async (lock, given, isOn) => {
  const { ref } = await locate(lock, origin, given, ['unlockId'])
  const [dpId, dpValue] = halvesOf(ref.unlockId)
  const params = { devId: lock.deviceId, dpId: Number(dpId), dpValue }
  return {
    refs: [ref],
    send: () => lock.call(isOn ? PANEL_SET_DURESS : PANEL_REMOVE_DURESS, params),
  }
}

/** The two routes name the number and the kind differently. */
const routes: Prepare = async (lock, given, isOn) => {
  const { ref } = await locate(lock, origin, given, KIND_AND_NUMBER)
  const { kind, number } = ref
  const device_id = lock.deviceId
  return {
    refs: [ref],
    send: () =>
      isOn
        ? lock.call(SET_DURESS_KEY, { device_id, unlock_type: typeOfKind(kind), unlock_no: number })
        : lock.call(REMOVE_DURESS_KEY, {
            device_id,
            unlock_type: codeOfKind(kind),
            unlock_sn: number,
          }),
  }
}

/** Makes a method raise a duress alarm, or no longer. */
export const setDuress = async (
  lock: LockContext,
  given: MethodRef,
  isOn: boolean,
): Promise<void> => {
  const prepare = selectChannel(lock, origin.action, methodChannels.duressAlarms, {
    [SET_DURESS]: miniProgram,
    [PANEL_SET_DURESS]: panel,
    [SET_DURESS_KEY]: routes,
  })
  const prepared = await prepare(lock, given, isOn)
  await confirmed(lock, origin, { ...prepared, isDone: (shown) => shown?.duress === isOn })
}
