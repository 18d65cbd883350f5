// The least an offline page of this kind can be: Preact, one button, one service worker that has its three files.
import { h, render } from 'preact';

render(h('button', { type: 'button' }, 'Quick note'), document.getElementById('app'));
await navigator.serviceWorker.register('/bare-worker.js');
