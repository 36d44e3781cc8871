import { defineAction } from '../../../src/core/action'
import { epochMs, params } from '../../shared'

/**
 * Reads the clock of the cloud, in milliseconds since 1970.
 *
 * Document 001, lines 1848-1877: the sample has `result` and `success` swapped.
 */
export const currentTime = /*#__PURE__*/ defineAction({
  name: 'timer.currentTime',
  family: 'mini-program',
  safety: 'read',
  locks: ['any'],
  params: /*#__PURE__*/ params(),
  result: /*#__PURE__*/ epochMs(),
})
