import { defineAction } from '../../../src/core/action'
import { int } from '../../shared'
import { memberListResult } from '../shared/member-list'
import { panelParams } from '../shared/panel-params'

/**
 * Lists the panel members, from a row on; what sets them apart from those of the family is not documented.
 *
 * Document 004, lines 63-96: its table and sample are those of `member.list`, swap included; `limit` is misspelt in the
 * sample. The answer has no total and no flag for further pages.
 */
export const memberPanelList = defineAction({
  name: 'tuya.m.device.member.panel.list',
  family: 'panel',
  version: '2.0',
  safety: 'read',
  // From the vendor's page on Bluetooth locks, which does not describe how the answer differs.
  versions: { ble: '5.0' },
  locks: ['wifi'],
  params: panelParams({
    required: {
      /** How many rows to skip. */
      offset: int(),
      limit: int(),
    },
    aliases: { limit: ['linit'] },
  }),
  result: memberListResult,
})
