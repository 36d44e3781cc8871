import { doorLockActions, listUsers } from 'lockpanel/actions/door-lock'
import { createPanel, handle, isOutcomeUnknownError, wxRequest } from 'lockpanel/core'
import { passwordCipher } from 'lockpanel/crypto'

const panel = createPanel({
  actions: doorLockActions,
  transport: wxRequest({ url: 'https://panel.example/api' }),
  handlers: [handle(listUsers, (params, { send }) => send({ ...params, page_size: 1 }))],
})

Page({
  data: { members: [], outcome: '' },

  async onLoad({ deviceId }) {
    this.deviceId = deviceId
    const { records } = await panel.apiRequest('doorLock.listUsers', this.firstPage())
    this.setData({ members: records.map(({ nick_name }) => nick_name) })
  },

  async loadAll() {
    const members = []
    for await (const { records } of panel.pages('doorLock.listUsers', this.firstPage()))
      members.push(...records.map(({ nick_name }) => nick_name))
    this.setData({ members })
  },

  async unlock() {
    const device_id = this.deviceId
    const { ticket_id } = await panel.apiRequest('doorLock.passwordTicket', { device_id })
    try {
      await panel.apiRequest('doorLock.passwordFreeOpen', { device_id, ticket_id })
      this.setData({ outcome: 'opened' })
    } catch (error) {
      this.setData({
        outcome: isOutcomeUnknownError(error) ? `look at ${error.check}` : error.kind,
      })
    }
  },

  async encrypt({ accessKey }) {
    const device_id = this.deviceId
    const ticket = await panel.apiRequest('doorLock.passwordTicket', { device_id })
    this.setData({ outcome: await passwordCipher({ accessKey }).encrypt(ticket, '1357924') })
  },

  firstPage() {
    return {
      device_id: this.deviceId,
      target_standard_dp_codes: 'unlock_card',
      page_no: 1,
      page_size: 20,
    }
  },
})
