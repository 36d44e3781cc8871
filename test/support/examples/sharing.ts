import { type Simulator, seed } from '../../../simulator'
import { call } from '../../simulator/client'
import type { Examples } from './example'

const HOUR_MS = 3_600_000

const invitation = ({ clock }: Simulator) => ({
  device_id: seed.locks.frontDoor.id,
  app_schema: 'cloud',
  sharer: seed.members.owner.uid,
  permission_detail: {
    biz_type: 'unlock_ble',
    available_times: -1,
    name: 'Jane',
    effective_time: clock.now(),
    invalid_time: clock.now() + HOUR_MS,
    schedule_start_time: 450,
    schedule_end_time: 510,
    working_day: 38,
  },
})

const invite = (simulator: Simulator) => {
  const { sharing_id, sharing_ticket } = call<{ sharing_id: string; sharing_ticket: string }>(
    simulator,
    'doorLock.createPermissionSharing',
    invitation(simulator),
  )
  return { sharing_id, sharing_ticket }
}

export const sharingExamples = {
  'doorLock.createPermissionSharing': invitation,
  'doorLock.verifyPermissionSharing': (simulator) => ({
    sharing_ticket: invite(simulator).sharing_ticket,
  }),
  'doorLock.confirmPermissionSharing': (simulator) => ({
    ...invite(simulator),
    app_schema: 'cloud',
    receiver: 'ay1600000000009jane',
  }),
  'doorLock.cancelPermissionSharing': invite,
} satisfies Partial<Examples>
