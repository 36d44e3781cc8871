import { currentTime } from '../../../../actions/mini-program/timer/current-time'
import { operation } from '../../operation'

export const currentTimeOperation = operation(currentTime, {
  params: {},
  handle: (cloud) => cloud.now(),
  sampled: { envelope: 'swapped' },
})
