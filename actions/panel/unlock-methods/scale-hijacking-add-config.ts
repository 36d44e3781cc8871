import { defineAction } from '../../../src/core/action'
import { flag } from '../../shared'
import { hijackingParams } from '../shared/hijacking-params'

/**
 * Makes an unlocking method raise a duress alarm.
 *
 * Document 004, lines 259-282: both halves are Integers in the table and text in the sample.
 */
export const scaleHijackingAddConfig = defineAction({
  name: 'tuya.m.scale.hijacking.add.config',
  family: 'panel',
  version: '1.0',
  safety: 'idempotent',
  locks: ['wifi'],
  params: hijackingParams,
  result: flag(),
})
