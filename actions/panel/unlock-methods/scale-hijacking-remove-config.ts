import { defineAction } from '../../../src/core/action'
import { flag } from '../../shared'
import { hijackingParams } from '../shared/hijacking-params'

/**
 * Removes the duress alarm from an unlocking method.
 *
 * Document 004, lines 284-307: both halves are Integers in the table and text in the sample.
 */
export const scaleHijackingRemoveConfig = defineAction({
  name: 'tuya.m.scale.hijacking.remove.config',
  family: 'panel',
  version: '1.0',
  safety: 'idempotent',
  // No such data, no such record: the method raises no alarm.
  removes: { notFound: [1000, 2323], result: true },
  locks: ['wifi'],
  params: hijackingParams,
  result: flag(),
})
