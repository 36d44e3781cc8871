import { lockOfApp } from '../../lock-app'
import { currentLanguage, switchLanguage } from '../../text/language'
import { createHomeStore, type HomeStore } from './home-store'

Page({
  store: undefined as HomeStore | undefined,
  onLoad() {
    const language = currentLanguage()
    void wx.setNavigationBarTitle({ title: language.text.labels.home.title })
    this.store = createHomeStore(lockOfApp(), language, (changes) => this.setData(changes))
  },
  onUnload() {
    this.store?.close()
  },
  unlock() {
    this.store?.unlock()
  },
  lock() {
    this.store?.lock()
  },
  cancel() {
    this.store?.cancel()
  },
  switchLanguage() {
    switchLanguage()
    // All pages are made again, in the other language.
    void wx.reLaunch({ url: '/pages/home/home' })
  },
})
