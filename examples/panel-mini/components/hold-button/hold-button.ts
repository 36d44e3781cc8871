const HOLD_MS = 800

/** No timer has this handle. */
const NO_TIMER = 0

/** A button that has to be held, so that a phone in a pocket opens no door. */
Component({
  // What begins with an underscore is not sent to the view.
  options: { pureDataPattern: /^_/ },
  properties: {
    label: { type: String, value: '' },
    holdingLabel: { type: String, value: '' },
    isOpen: { type: Boolean, value: false },
  },
  data: { isHolding: false, _timer: NO_TIMER },
  lifetimes: {
    detached() {
      clearTimeout(this.data._timer)
    },
  },
  methods: {
    start() {
      this.end()
      const timer = setTimeout(() => {
        this.end()
        this.triggerEvent('held')
      }, HOLD_MS)
      this.setData({ isHolding: true, _timer: timer })
    },
    end() {
      clearTimeout(this.data._timer)
      this.setData({ isHolding: false, _timer: NO_TIMER })
    },
  },
})
