import { UnsupportedError } from '../../core/errors/unsupported-error'
import type { CallOptions } from '../../core/pipeline/call'
import { radioOf } from '../../core/supports-lock-type'
import { selectChannel } from '../shared/channel'
import type { LockContext } from '../shared/lock-context'
import { CONFIG, PANEL_CONFIG, PANEL_SWITCHES, remoteUnlockChannels, SWITCHES } from './channels'
import { lockError } from './reasons'
import type { RemoteUnlockKind } from './types'

/** Whether each kind of remote unlock is switched on; a kind that the cloud does not list is absent. */
export type RemoteUnlockSwitches = Readonly<Partial<Record<RemoteUnlockKind, boolean>>>

/** The vendor's names of the two kinds of remote unlock. */
const vendorKinds = {
  'without-password': 'remoteUnlockWithoutPwd',
  'with-password': 'remoteUnlockWithPwd',
} as const

const kinds = Object.keys(vendorKinds) as RemoteUnlockKind[]

/** The one switch of the panel API, as the vendor's panels of Bluetooth locks and of Zigbee locks name it. */
const propOf = ({ options: { type } }: LockContext) =>
  radioOf(type) === 'ble' ? 'UNLOCK_PHONE_REMOTE' : 'isRemoteOpen'

export const readSwitches = async (
  context: LockContext,
  options?: CallOptions,
): Promise<RemoteUnlockSwitches> =>
  context.selectOperation<typeof readOverPanel>('remoteUnlock.remoteUnlockSwitches', [
    [SWITCHES, readOverMiniProgram],
    [PANEL_SWITCHES, readOverPanel],
  ])(context, options)

const readOverMiniProgram = async (
  { call, deviceId }: LockContext,
  options?: CallOptions,
): Promise<RemoteUnlockSwitches> => {
  const rows = await call(SWITCHES, { device_id: deviceId }, options)
  const switches: Partial<Record<RemoteUnlockKind, boolean>> = {}
  for (const kind of kinds) {
    const open = rows.find(
      ({ remote_unlock_type }) => remote_unlock_type === vendorKinds[kind],
    )?.open
    if (open !== undefined) switches[kind] = open
  }
  return switches
}

const readOverPanel = async (
  context: LockContext,
  options?: CallOptions,
): Promise<RemoteUnlockSwitches> => {
  const prop = propOf(context)
  const params = { devId: context.deviceId, props: prop }
  const { [prop]: isOn } = await context.call(PANEL_SWITCHES, params, options)
  return isOn === undefined ? {} : { 'without-password': isOn }
}

const origin = { action: 'remoteUnlock.setRemoteUnlock' }

export const setSwitch = async (
  context: LockContext,
  kind: RemoteUnlockKind,
  isOn: boolean,
): Promise<void> => {
  const send = selectChannel(context, origin.action, remoteUnlockChannels.remoteUnlockSwitch, {
    [CONFIG]: setOverMiniProgram,
    [PANEL_CONFIG]: setOverPanel,
  })
  if (!(await send(context, kind, isOn))) throw lockError(origin, 'refused')
}

const setOverMiniProgram = (
  { call, deviceId: device_id }: LockContext,
  kind: RemoteUnlockKind,
  open: boolean,
): Promise<boolean> => call(CONFIG, { device_id, remote_unlock_type: vendorKinds[kind], open })

const setOverPanel = async (
  context: LockContext,
  kind: RemoteUnlockKind,
  isOn: boolean,
): Promise<boolean> => {
  if (kind === 'with-password')
    throw new UnsupportedError(origin, `${PANEL_CONFIG} has no switch for that kind.`)
  return context.call(PANEL_CONFIG, {
    devId: context.deviceId,
    propKvs: { [propOf(context)]: isOn },
  })
}
