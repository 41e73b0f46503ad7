// The canvas, the keyboard and what is shown; everything else is C#, called through `page`.
import { dotnet } from './_framework/dotnet.js';

const side = 140, digitSide = 28, pen = 11, keyStep = 7;
const $ = id => document.getElementById(id);
const canvas = $('drawing'), ink = canvas.getContext('2d', { willReadFrequently: true });
let page, last = null, isPending = false, isTraining = false;
const cursor = { row: side / 2, column: side / 2, isDown: false };

// --- drawing ---------------------------------------------------------------------------------------------------------------------

function line(from, to) {
    ink.strokeStyle = '#fff';
    ink.lineWidth = pen;
    ink.lineCap = ink.lineJoin = 'round';
    ink.beginPath();
    ink.moveTo(from.x, from.y);
    ink.lineTo(to.x, to.y);
    ink.stroke();
    readSoon();
}

function place(event) {
    const box = canvas.getBoundingClientRect();
    return { x: (event.clientX - box.left) * side / box.width, y: (event.clientY - box.top) * side / box.height };
}

canvas.addEventListener('pointerdown', event => {
    canvas.setPointerCapture(event.pointerId);
    last = place(event);
    line(last, last);
});
canvas.addEventListener('pointermove', event => {
    if (last === null) return;
    for (const part of event.getCoalescedEvents?.() ?? [event]) {
        const next = place(part);
        line(last, next);
        last = next;
    }
});
for (const end of ['pointerup', 'pointercancel']) canvas.addEventListener(end, () => { last = null; });

canvas.addEventListener('keydown', event => {
    const moves = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
    if (event.key in moves) {
        const [x, y] = moves[event.key];
        const from = { x: cursor.column, y: cursor.row };
        cursor.column = Math.min(side - pen, Math.max(pen, cursor.column + keyStep * x));
        cursor.row = Math.min(side - pen, Math.max(pen, cursor.row + keyStep * y));
        if (cursor.isDown) line(from, { x: cursor.column, y: cursor.row });
    } else if (event.key === ' ') {
        cursor.isDown = !cursor.isDown;
        if (cursor.isDown) line({ x: cursor.column, y: cursor.row }, { x: cursor.column, y: cursor.row });
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
        clear();
    } else {
        return;
    }
    event.preventDefault();
    $('time').textContent = `pen ${cursor.isDown ? 'down' : 'up'} at ${Math.round(cursor.column / keyStep)}, ${Math.round(cursor.row / keyStep)}`;
});

function clear() {
    ink.clearRect(0, 0, side, side);
    Object.assign(cursor, { row: side / 2, column: side / 2, isDown: false });
    readSoon();
}
$('clear').addEventListener('click', clear);

// --- reading ---------------------------------------------------------------------------------------------------------------------

function readSoon() {
    if (page === undefined || isPending) return;
    isPending = true;
    requestAnimationFrame(() => {
        isPending = false;
        const milliseconds = page.Read();
        if (milliseconds < 0) {
            $('answer').textContent = 'Draw a digit';
            for (const id of ['bars', 'pupil']) showBars(id, []);
            for (const map of $('features').children) map.width = digitSide;
            $('time').textContent = '';
        } else {
            $('time').textContent = `read in ${milliseconds.toFixed(1)} ms`;
        }
    });
}

function showBars(id, probabilities) {
    const best = probabilities.indexOf(Math.max(...probabilities));
    [...$(id).children].forEach((bar, digit) => {
        const value = probabilities[digit] ?? 0;
        bar.classList.toggle('best', digit === best && value > 0);
        bar.querySelector('i').style.width = `${100 * value}%`;
        bar.lastElementChild.textContent = `${(100 * value).toFixed(1)} %`;
    });
    return best;
}

/** Draws gray levels, one byte a pixel. */
function paint(target, gray) {
    target.width = target.height = digitSide;
    const image = new ImageData(digitSide, digitSide);
    gray.forEach((value, i) => image.data.set([value, value, value, 255], 4 * i));
    target.getContext('2d').putImageData(image, 0, 0);
}

const told = {
    readInk: view => {
        const pixels = ink.getImageData(0, 0, side, side).data;
        view.set(Uint8Array.from({ length: side * side }, (_, i) => pixels[4 * i + 3]));
    },
    showProbabilities: view => {
        const probabilities = [...view.slice()];
        const best = showBars('bars', probabilities);
        $('answer').textContent = `${best} (${Math.round(100 * probabilities[best])} %)`;
    },
    showFeatures: view => {
        const maps = view.slice(), size = digitSide * digitSide;
        [...$('features').children].forEach((target, i) => paint(target, maps.subarray(i * size, (i + 1) * size)));
    },
    showPupil: view => showBars('pupil', [...view.slice()]),
    showExample: (view, label) => {
        const figure = document.createElement('figure'), picture = document.createElement('canvas'), caption = document.createElement('figcaption');
        caption.textContent = label;
        figure.append(picture, caption);
        paint(picture, view.slice());
        $('examples').append(figure);
    },
};

// --- teaching --------------------------------------------------------------------------------------------------------------------

const labels = [];
function add(label) {
    if (page === undefined) return;
    if (!page.Add(label)) {
        $('progress').textContent = 'Draw the digit first';
        return;
    }
    labels.push(label);
    const kinds = new Set(labels).size;
    $('train').disabled = kinds < 2;
    $('progress').textContent = `${labels.length} example${labels.length === 1 ? '' : 's'} of ${kinds} kind${kinds === 1 ? '; one more kind is needed' : 's'}`;
    clear();
}

async function train() {
    if (isTraining) return;
    isTraining = true;
    $('pupil').hidden = false;
    $('train').disabled = true;
    const losses = [], rounds = 60, steps = 5;
    for (let round = 0; round < rounds; round++) {
        losses.push(page.Train(steps));
        const highest = Math.max(...losses);
        $('loss').firstElementChild.setAttribute('points', losses.map((loss, i) => `${300 * i / (rounds - 1)},${78 - 76 * loss / highest}`).join(' '));
        $('progress').textContent = `step ${(round + 1) * steps}, loss ${losses.at(-1).toFixed(3)}`;
        await new Promise(requestAnimationFrame);
    }
    isTraining = false;
    $('train').disabled = false;
    $('progress').textContent = `trained for ${rounds * steps} steps, loss ${losses.at(-1).toFixed(3)}; draw to see what it learned`;
    readSoon();
}
$('train').addEventListener('click', train);

// --- start -----------------------------------------------------------------------------------------------------------------------

for (const id of ['bars', 'pupil']) {
    for (let digit = 0; digit < 10; digit++) {
        const bar = document.createElement('div');
        bar.className = 'bar';
        bar.innerHTML = `<span>${digit}</span><div><i></i></div><span>0.0 %</span>`;
        $(id).append(bar);
    }
}
for (let i = 0; i < 6; i++) $('features').append(document.createElement('canvas'));
for (let digit = 0; digit < 10; digit++) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = digit;
    button.setAttribute('aria-label', `Keep the drawing as a ${digit}`);
    button.addEventListener('click', () => add(digit));
    $('labels').append(button);
}

try {
    const { setModuleImports, getAssemblyExports, getConfig, runMain } = await dotnet.create();
    setModuleImports('page', told);
    await runMain();
    page = (await getAssemblyExports(getConfig().mainAssemblyName)).BrowserSample.Page;
    $('answer').textContent = 'Draw a digit';
    document.body.dataset.ready = 'true';
    readSoon();
} catch (error) {
    $('answer').textContent = `This browser cannot run the page: ${error.message ?? error}`;
    throw error;
}
