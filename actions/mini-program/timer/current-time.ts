import { defineAction } from '../../../src/core/action'
import { epochMs, params } from '../../shared'

/**
 * Reads the clock of the cloud, in milliseconds since 1970.
 *
 * Document 001, lines 1848-1877: the sample has `result` and `success` swapped.
 */
export const currentTime = defineAction({
  name: 'timer.currentTime',
  family: 'mini-program',
  safety: 'read',
  locks: ['any'],
  params: params(),
  result: epochMs(),
})
