import { lockOfApp } from '../../lock-app'
import { currentLanguage } from '../../text/language'
import { createMembersStore, type MembersStore } from './members-store'

/** The event of a row that carries its id. */
type RowEvent = WechatMiniprogram.BaseEvent<Record<never, never>, { readonly id: string }>

Page({
  store: undefined as MembersStore | undefined,
  onLoad() {
    const language = currentLanguage()
    void wx.setNavigationBarTitle({ title: language.text.labels.members.title })
    this.store = createMembersStore(lockOfApp(), language, (changes) => this.setData(changes))
  },
  onUnload() {
    this.store?.close()
  },
  refresh() {
    void this.store?.refresh()
  },
  open({ currentTarget }: RowEvent) {
    void this.store?.open(currentTarget.dataset.id)
  },
  shut() {
    this.store?.shut()
  },
})
