;; Opens a report in Emacs with eglot, waits for what flymake shows and prints it as JSON.
(package-initialize)
(require 'eglot)
(require 'json)

(define-derived-mode govreport-mode text-mode "Report")
(add-to-list 'eglot-server-programs
             (list 'govreport-mode (getenv "NODE") (getenv "GOVREPORT") "lsp" "--stdio"))
(find-file (getenv "REPORT"))
(govreport-mode)
(apply #'eglot (eglot--guess-contact))

(flymake-mode 1)
(with-timeout (10)
  (while (null (flymake-diagnostics))
    (flymake-start)
    (accept-process-output nil 0.02)))

(defun place (position)
  "Line and column of POSITION, both from zero, the column in characters."
  (save-excursion
    (goto-char position)
    (vector (1- (line-number-at-pos)) (- (point) (line-beginning-position)))))

(defun found (diagnostic)
  "The rule, message and range of DIAGNOSTIC; eglot puts the rule before the message."
  (let ((text (flymake-diagnostic-text diagnostic)))
    (string-match "\\`[^[]*\\[\\([^]]*\\)\\]: " text)
    `((rule . ,(match-string 1 text))
      (message . ,(substring text (match-end 0)))
      (start . ,(place (flymake-diagnostic-beg diagnostic)))
      (end . ,(place (flymake-diagnostic-end diagnostic))))))

(princ (json-encode (vconcat (mapcar #'found (flymake-diagnostics)))))
(eglot-shutdown (eglot-current-server))
