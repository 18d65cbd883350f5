let handle = null;
let at = 0;
onmessage = async ({ data }) => {
  if (data.open) {
    const folder = await navigator.storage.getDirectory();
    const file = await folder.getFileHandle('raw.bin', { create: true });
    handle = await file.createSyncAccessHandle();
    postMessage('open');
    return;
  }
  at += handle.write(data.append, { at });
  handle.flush();
  postMessage('flushed');
};
