import { lockOfApp } from '../../lock-app'
import { currentLanguage } from '../../text/language'
import { createPasswordsStore, type PasswordsStore } from './passwords-store'
import type { Duration } from './passwords-view'

type RowEvent = WechatMiniprogram.BaseEvent<Record<never, never>, { readonly id: string }>
type DurationEvent = WechatMiniprogram.BaseEvent<
  Record<never, never>,
  { readonly duration: Duration }
>
type NameEvent = WechatMiniprogram.CustomEvent<{ readonly value: string }>

Page({
  store: undefined as PasswordsStore | undefined,
  onLoad() {
    const language = currentLanguage()
    void wx.setNavigationBarTitle({ title: language.text.labels.passwords.title })
    this.store = createPasswordsStore(lockOfApp(), language, (changes) => this.setData(changes))
  },
  onUnload() {
    this.store?.close()
  },
  refresh() {
    void this.store?.refresh()
  },
  openForm() {
    this.store?.openForm()
  },
  shutForm() {
    this.store?.shutForm()
  },
  fillName({ detail }: NameEvent) {
    this.store?.fill({ name: detail.value })
  },
  fillDuration({ currentTarget }: DurationEvent) {
    this.store?.fill({ duration: currentTarget.dataset.duration })
  },
  create() {
    void this.store?.create()
  },
  toggleDigits() {
    this.store?.toggleDigits()
  },
  copy() {
    const data = this.store?.digits()
    // WeChat itself says that it has copied.
    if (data !== undefined) void wx.setClipboardData({ data })
  },
  shutCreated() {
    this.store?.shutCreated()
  },
  toggleFrozen({ currentTarget }: RowEvent) {
    void this.store?.toggleFrozen(currentTarget.dataset.id)
  },
  askToRemove({ currentTarget }: RowEvent) {
    this.store?.askToRemove(currentTarget.dataset.id)
  },
  keep() {
    this.store?.keep()
  },
  remove() {
    void this.store?.remove()
  },
})
