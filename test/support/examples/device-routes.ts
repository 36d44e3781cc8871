import { seed } from '../../../simulator'
import type { Examples } from './example'

const device_id = seed.locks.frontDoor.id

export const deviceRouteExamples = {
  'GET /v1.0/devices/{device_id}/status': () => ({ device_id }),
} satisfies Partial<Examples>
