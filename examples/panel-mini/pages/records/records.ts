import type { RecordKind } from 'lockpanel/flows'
import { lockOfApp } from '../../lock-app'
import { currentLanguage } from '../../text/language'
import { createRecordsStore, type RecordsStore } from './records-store'

type FilterEvent = WechatMiniprogram.BaseEvent<
  Record<never, never>,
  { readonly kind: RecordKind | '' }
>

Page({
  store: undefined as RecordsStore | undefined,
  onLoad() {
    const language = currentLanguage()
    void wx.setNavigationBarTitle({ title: language.text.labels.records.title })
    this.store = createRecordsStore(lockOfApp(), language, (changes) => this.setData(changes))
  },
  onUnload() {
    this.store?.close()
  },
  onReachBottom() {
    void this.store?.more()
  },
  more() {
    void this.store?.more()
  },
  choose({ currentTarget }: FilterEvent) {
    const { kind } = currentTarget.dataset
    this.store?.choose(kind === '' ? undefined : kind)
  },
})
