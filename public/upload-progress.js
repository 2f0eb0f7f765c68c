// Shows how far an upload is. Without it the form works just the same, only silently.
const form = document.querySelector('form[data-upload]');
const status = document.querySelector('[data-upload-status]');

const inMegabytes = (bytes) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;

const show = (text, share) => {
  const bar = document.createElement('progress');
  bar.className = 'progress';
  bar.max = 1;
  if (share !== undefined) bar.value = share;
  bar.setAttribute('aria-label', 'Upload');
  const line = document.createElement('p');
  line.textContent = text;
  status.replaceChildren(bar, line);
};

const timeLeft = (seconds) =>
  seconds < 50 ? 'less than a minute left' : `about ${Math.max(1, Math.round(seconds / 60))} min left`;

const failed = () => {
  status.textContent =
    'The upload was cut off. Nothing was imported; the version in use is as it was. Try again.';
};

if (form && status) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    const begun = performance.now();
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      const seconds = ((performance.now() - begun) / 1000) * ((total - loaded) / Math.max(1, loaded));
      show(`${inMegabytes(loaded)} of ${inMegabytes(total)} sent, ${timeLeft(seconds)}`, loaded / total);
    });
    request.addEventListener('error', failed);
    request.addEventListener('load', () => {
      if (request.status < 400) {
        window.location.assign(request.responseURL);
        return;
      }
      // The server has said in a page of its own what is wrong.
      document.open();
      document.write(request.responseText);
      document.close();
    });
    request.open('POST', form.action);
    show('Sending', undefined);
    request.send(new FormData(form));
    form.querySelector('button[type=submit]').disabled = true;
  });
}
